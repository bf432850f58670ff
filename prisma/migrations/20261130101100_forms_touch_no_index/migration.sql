-- CreateIndex
CREATE INDEX "Session_endedAt_startedAt_idx" ON "Session"("endedAt", "startedAt");

-- DropIndex
DROP INDEX "Session_endedAt_seenAt_idx";
