-- CreateEnum
CREATE TYPE "HolderOutcome" AS ENUM ('match', 'partial', 'mismatch', 'no_data');

-- CreateEnum
CREATE TYPE "HolderDecision" AS ENUM ('go_on', 'flag', 'stop');

-- AlterTable
ALTER TABLE "IdentityClaim" ALTER COLUMN "channel" DROP NOT NULL;
UPDATE "IdentityClaim" SET "channel" = NULL WHERE "provenAt" IS NULL;

-- AlterTable
ALTER TABLE "OneTimeCode" ADD COLUMN     "channel" TEXT NOT NULL DEFAULT 'email';

-- CreateTable
CREATE TABLE "HolderCheck" (
    "id" TEXT NOT NULL,
    "tenantId" TEXT NOT NULL,
    "sessionId" TEXT NOT NULL,
    "attemptId" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,
    "outcome" "HolderOutcome" NOT NULL,
    "decision" "HolderDecision" NOT NULL,
    "scoresSealed" BYTEA NOT NULL,
    "reference" TEXT NOT NULL,
    "checkedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "askedAt" TIMESTAMP(3),

    CONSTRAINT "HolderCheck_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "HolderCheck_sessionId_idx" ON "HolderCheck"("sessionId");

-- CreateIndex
CREATE INDEX "HolderCheck_tenantId_checkedAt_idx" ON "HolderCheck"("tenantId", "checkedAt");

-- CreateIndex
CREATE UNIQUE INDEX "HolderCheck_attemptId_claimId_key" ON "HolderCheck"("attemptId", "claimId");

-- CreateIndex
CREATE UNIQUE INDEX "HolderCheck_tenantId_reference_key" ON "HolderCheck"("tenantId", "reference");

