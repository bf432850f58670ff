-- CreateEnum
CREATE TYPE "DemoMode" AS ENUM ('anyone', 'links', 'always');

-- AlterTable
ALTER TABLE "Account" ADD COLUMN     "forgotten" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "Consent" ADD COLUMN     "terms" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "FlowPolicyVersion" ADD COLUMN     "demoMode" "DemoMode" NOT NULL DEFAULT 'anyone',
ADD COLUMN     "idleMinutes" INTEGER NOT NULL DEFAULT 30,
ADD COLUMN     "visitMinutes" INTEGER NOT NULL DEFAULT 120;

-- AlterTable
ALTER TABLE "Session" ADD COLUMN     "idleMinutes" INTEGER NOT NULL DEFAULT 30,
ADD COLUMN     "visitMinutes" INTEGER NOT NULL DEFAULT 120;

