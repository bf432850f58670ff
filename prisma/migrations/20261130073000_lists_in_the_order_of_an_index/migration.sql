-- AlterTable
ALTER TABLE "Connection" ADD COLUMN     "isDemo" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Consent" ADD COLUMN     "isDemo" BOOLEAN NOT NULL DEFAULT false;
