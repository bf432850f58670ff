-- AlterTable
ALTER TABLE "Link" ADD COLUMN     "isDemo" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "returnUrl" TEXT;

-- AlterTable
ALTER TABLE "Session" ALTER COLUMN "returnUrl" DROP NOT NULL;

