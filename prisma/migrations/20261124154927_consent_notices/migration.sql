-- CreateIndex
CREATE INDEX "Connection_tenantId_consentId_idx" ON "Connection"("tenantId", "consentId");

-- CreateIndex
CREATE INDEX "Consent_expiresAt_idx" ON "Consent"("expiresAt");

-- AddForeignKey
ALTER TABLE "ConsentNotice" ADD CONSTRAINT "ConsentNotice_consentId_fkey" FOREIGN KEY ("consentId") REFERENCES "Consent"("id") ON DELETE CASCADE ON UPDATE CASCADE;

