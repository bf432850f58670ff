-- CreateIndex
CREATE INDEX "Connection_isRefreshedNightly_status_refreshDueAt_idx" ON "Connection"("isRefreshedNightly", "status", "refreshDueAt");
