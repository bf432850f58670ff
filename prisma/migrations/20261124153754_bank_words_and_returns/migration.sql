-- AlterTable
ALTER TABLE "Attempt" ADD COLUMN     "asks" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "retryAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "Institution" ADD COLUMN     "loginWords" JSONB NOT NULL DEFAULT '{}';

-- CreateIndex
CREATE INDEX "Attempt_createdAt_idx" ON "Attempt"("createdAt");

