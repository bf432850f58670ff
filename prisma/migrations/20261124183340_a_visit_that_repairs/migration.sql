-- AlterTable
ALTER TABLE "Link" ADD COLUMN     "repairsConnectionId" TEXT;

-- AlterTable
ALTER TABLE "Session" ADD COLUMN     "repairsConnectionId" TEXT;

