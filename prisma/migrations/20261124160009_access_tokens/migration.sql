-- AlterEnum
ALTER TYPE "ClientCredentialKind" ADD VALUE 'access_token';

-- AlterTable
ALTER TABLE "ClientCredential" ADD COLUMN     "expiresAt" TIMESTAMP(3);

