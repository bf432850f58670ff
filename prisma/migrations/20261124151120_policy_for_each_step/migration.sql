-- CreateEnum
CREATE TYPE "Region" AS ENUM ('quebec');

-- CreateEnum
CREATE TYPE "IdentityProof" AS ENUM ('none', 'email', 'phone', 'either');

-- AlterTable
ALTER TABLE "BrandVersion" ADD COLUMN     "copy" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "FlowPolicyVersion" ADD COLUMN     "accountCurrencies" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "accountKinds" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "identityProof" "IdentityProof" NOT NULL DEFAULT 'email',
ADD COLUMN     "institutionRules" JSONB NOT NULL DEFAULT '{"listed":"all","countries":["CA","US"],"hidden":[],"featured":[]}',
ADD COLUMN     "matchRules" JSONB NOT NULL DEFAULT '{"match":0.9,"partial":0.7,"onPartial":"flag","onMismatch":"flag","onNoData":"go_on"}',
ADD COLUMN     "recipients" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "region" "Region";

