-- DropIndex
DROP INDEX "Session_countedAt_endedAt_idx";

-- CreateIndex
CREATE INDEX "Session_countedAt_tenantId_endedAt_idx" ON "Session"("countedAt", "tenantId", "endedAt");

