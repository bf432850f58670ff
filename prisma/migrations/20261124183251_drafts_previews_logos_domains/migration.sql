-- CreateEnum
CREATE TYPE "DraftKind" AS ENUM ('brand', 'policy');

-- AlterTable
ALTER TABLE "BrandVersion" ADD COLUMN     "authors" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "publishedBy" TEXT,
ADD COLUMN     "restoredFrom" INTEGER;

-- AlterTable
ALTER TABLE "FlowPolicyVersion" ADD COLUMN     "authors" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "publishedBy" TEXT,
ADD COLUMN     "restoredFrom" INTEGER;

-- AlterTable
ALTER TABLE "Tenant" ADD COLUMN     "needsApproval" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "Draft" (
    "tenantId" TEXT NOT NULL,
    "kind" "DraftKind" NOT NULL,
    "revision" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "authors" TEXT[],
    "savedAt" TIMESTAMP(3) NOT NULL,
    "askedBy" TEXT,
    "askedAt" TIMESTAMP(3),

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("tenantId","kind")
);

-- CreateTable
CREATE TABLE "PreviewLink" (
    "id" TEXT NOT NULL,
    "tenantId" TEXT NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "createdBy" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "PreviewLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BrandAsset" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "image" BYTEA NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "BrandAsset_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "TenantDomain" (
    "id" TEXT NOT NULL,
    "tenantId" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "verifiedHost" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "checkedAt" TIMESTAMP(3),

    CONSTRAINT "TenantDomain_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "PreviewLink_tokenHash_key" ON "PreviewLink"("tokenHash");

-- CreateIndex
CREATE INDEX "PreviewLink_tenantId_expiresAt_idx" ON "PreviewLink"("tenantId", "expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "TenantDomain_verifiedHost_key" ON "TenantDomain"("verifiedHost");

-- CreateIndex
CREATE UNIQUE INDEX "TenantDomain_tenantId_host_key" ON "TenantDomain"("tenantId", "host");

