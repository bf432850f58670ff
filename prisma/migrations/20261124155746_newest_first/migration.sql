-- CreateIndex
CREATE INDEX "Connection_tenantId_id_idx" ON "Connection"("tenantId", "id");

-- CreateIndex
CREATE INDEX "Consent_tenantId_id_idx" ON "Consent"("tenantId", "id");

-- CreateIndex
CREATE INDEX "Link_tenantId_id_idx" ON "Link"("tenantId", "id");

