-- AlterTable
ALTER TABLE "Connection" ADD COLUMN     "isDemo" BOOLEAN NOT NULL DEFAULT false;

UPDATE "Connection" c SET "isDemo" = true
FROM "Consent" k JOIN "Session" s ON s.id = k."sessionId"
WHERE k.id = c."consentId" AND s."isDemo";

-- AlterTable
ALTER TABLE "Consent" ADD COLUMN     "isDemo" BOOLEAN NOT NULL DEFAULT false;

UPDATE "Consent" k SET "isDemo" = true
FROM "Session" s
WHERE s.id = k."sessionId" AND s."isDemo";

-- CreateIndex
CREATE INDEX "AuditEntry_tenantId_actor_sequence_idx" ON "AuditEntry"("tenantId", "actor", "sequence");

-- CreateIndex
CREATE INDEX "AuditEntry_tenantId_action_sequence_idx" ON "AuditEntry"("tenantId", "action", "sequence");

-- CreateIndex
CREATE INDEX "AuditEntry_tenantId_subject_sequence_idx" ON "AuditEntry"("tenantId", "subject", "sequence");

-- CreateIndex
CREATE INDEX "Connection_tenantId_isDemo_id_idx" ON "Connection"("tenantId", "isDemo", "id");

-- CreateIndex
CREATE INDEX "Session_tenantId_isDemo_id_idx" ON "Session"("tenantId", "isDemo", "id");

-- CreateIndex
CREATE INDEX "Consent_tenantId_isDemo_id_idx" ON "Consent"("tenantId", "isDemo", "id");

-- CreateIndex
CREATE INDEX "Link_tenantId_isDemo_id_idx" ON "Link"("tenantId", "isDemo", "id");

-- CreateIndex
CREATE INDEX "WebhookDelivery_tenantId_id_idx" ON "WebhookDelivery"("tenantId", "id");

-- CreateIndex
CREATE INDEX "WebhookDelivery_endpointId_id_idx" ON "WebhookDelivery"("endpointId", "id");

-- DropIndex
DROP INDEX "Connection_isRefreshedNightly_refreshTriedAt_idx";

-- CreateIndex
CREATE INDEX "Connection_isRefreshedNightly_refreshTriedAt_id_idx" ON "Connection"("isRefreshedNightly", "refreshTriedAt" NULLS FIRST, "id");
