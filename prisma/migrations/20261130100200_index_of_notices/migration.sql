-- CreateIndex
CREATE INDEX "Consent_noticeDueAt_idx" ON "Consent"("noticeDueAt");

-- DropIndex
DROP INDEX "Consent_expiresAt_idx";
