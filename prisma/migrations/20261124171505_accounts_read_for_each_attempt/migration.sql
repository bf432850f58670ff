-- AlterTable
ALTER TABLE "Attempt" ADD COLUMN     "accountsReadAt" TIMESTAMP(3);

-- CreateIndex
CREATE INDEX "Attempt_connectionId_idx" ON "Attempt"("connectionId");

