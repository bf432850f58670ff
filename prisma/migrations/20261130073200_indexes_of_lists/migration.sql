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
