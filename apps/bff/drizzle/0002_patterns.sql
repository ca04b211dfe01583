CREATE TABLE "pattern_support" (
	"tenant_id" text NOT NULL,
	"parent_kind" text NOT NULL,
	"accepted" boolean NOT NULL,
	"evidence" text NOT NULL,
	"checked_at" timestamp with time zone NOT NULL,
	"by" text NOT NULL,
	CONSTRAINT "pattern_support_tenant_id_parent_kind_pk" PRIMARY KEY("tenant_id","parent_kind")
);
