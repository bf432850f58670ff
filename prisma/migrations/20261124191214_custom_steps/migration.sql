-- AlterTable
ALTER TABLE "FlowPolicyVersion" ADD COLUMN     "customSteps" TEXT[] DEFAULT ARRAY[]::TEXT[];

