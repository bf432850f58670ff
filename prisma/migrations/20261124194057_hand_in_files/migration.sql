-- AlterTable
ALTER TABLE "FlowPolicyVersion" ADD COLUMN     "acceptsFiles" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "HandedFile" (
    "id" TEXT NOT NULL,
    "tenantId" TEXT NOT NULL,
    "attemptId" TEXT NOT NULL,
    "connectionId" TEXT,
    "isPaper" BOOLEAN NOT NULL,
    "contentSealed" BYTEA NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "HandedFile_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "HandedFile_attemptId_idx" ON "HandedFile"("attemptId");

-- CreateIndex
CREATE INDEX "HandedFile_connectionId_idx" ON "HandedFile"("connectionId");

-- AddForeignKey
ALTER TABLE "HandedFile" ADD CONSTRAINT "HandedFile_connectionId_fkey" FOREIGN KEY ("connectionId") REFERENCES "Connection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

