-- AlterTable
ALTER TABLE "BrandVersion" ADD COLUMN     "darkLogoPath" TEXT;

