-- AlterTable
ALTER TABLE "Attempt" ADD COLUMN     "answerMs" INTEGER;

-- CreateIndex
CREATE INDEX "Attempt_tenantId_createdAt_idx" ON "Attempt"("tenantId", "createdAt");

