-- AlterTable
ALTER TABLE "FlowPolicyVersion" ADD COLUMN     "tokenRequired" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Session" ADD COLUMN     "frame" JSONB,
ADD COLUMN     "toldEventId" BIGINT NOT NULL DEFAULT 0;

