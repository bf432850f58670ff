-- AlterTable: those that are there already are filled apart.
ALTER TABLE "Consent" ADD COLUMN     "noticeDueAt" TIMESTAMP(3);
ALTER TABLE "Consent" ALTER COLUMN "noticeDueAt" SET DEFAULT CURRENT_TIMESTAMP;
