-- DropIndex
DROP INDEX "WebhookDelivery_endpointId_status_dueAt_idx";

-- CreateIndex
CREATE INDEX "WebhookDelivery_endpointId_status_dueAt_sequence_idx" ON "WebhookDelivery"("endpointId", "status", "dueAt", "sequence");

-- CreateIndex
CREATE INDEX "WebhookDelivery_endpointId_leasedUntil_idx" ON "WebhookDelivery"("endpointId", "leasedUntil");

