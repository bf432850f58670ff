-- AlterTable
ALTER TABLE "Link" DROP COLUMN "institutionId";

