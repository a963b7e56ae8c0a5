CREATE TABLE `site_keys_scopes` (
	`order` integer NOT NULL,
	`parent_id` text(36) NOT NULL,
	`value` text,
	`id` text(36) PRIMARY KEY NOT NULL,
	FOREIGN KEY (`parent_id`) REFERENCES `site_keys`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE INDEX `site_keys_scopes_order_idx` ON `site_keys_scopes` (`order`);
CREATE INDEX `site_keys_scopes_parent_idx` ON `site_keys_scopes` (`parent_id`);
CREATE TABLE `site_keys` (
	`id` text(36) PRIMARY KEY NOT NULL,
	`site_id` text(36) NOT NULL,
	`prefix` text NOT NULL,
	`hash` text NOT NULL,
	`created_by` text NOT NULL,
	`expires_at` text,
	`revoked_at` text,
	`revoked_by` text,
	`last_used_at` text,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	FOREIGN KEY (`site_id`) REFERENCES `sites`(`id`) ON UPDATE no action ON DELETE set null
);

CREATE INDEX `site_keys_site_idx` ON `site_keys` (`site_id`);
CREATE UNIQUE INDEX `site_keys_hash_idx` ON `site_keys` (`hash`);
CREATE INDEX `site_keys_updated_at_idx` ON `site_keys` (`updated_at`);
CREATE INDEX `site_keys_created_at_idx` ON `site_keys` (`created_at`);
CREATE TABLE `site_keys_rels` (
	`id` integer PRIMARY KEY NOT NULL,
	`order` integer,
	`parent_id` text(36) NOT NULL,
	`path` text NOT NULL,
	`channels_id` text(36),
	FOREIGN KEY (`parent_id`) REFERENCES `site_keys`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`channels_id`) REFERENCES `channels`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE INDEX `site_keys_rels_order_idx` ON `site_keys_rels` (`order`);
CREATE INDEX `site_keys_rels_parent_idx` ON `site_keys_rels` (`parent_id`);
CREATE INDEX `site_keys_rels_path_idx` ON `site_keys_rels` (`path`);
CREATE INDEX `site_keys_rels_channels_id_idx` ON `site_keys_rels` (`channels_id`);
CREATE TABLE `receipts` (
	`id` text(36) PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`site_id` text(36) NOT NULL,
	`channel` text NOT NULL,
	`release` numeric NOT NULL,
	`digest` text NOT NULL,
	`applied_at` text NOT NULL,
	`received_at` text NOT NULL,
	`prefix` text NOT NULL,
	`went_back_from` numeric,
	`went_back_at` text,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	FOREIGN KEY (`site_id`) REFERENCES `sites`(`id`) ON UPDATE no action ON DELETE set null
);

CREATE UNIQUE INDEX `receipts_key_idx` ON `receipts` (`key`);
CREATE INDEX `receipts_site_idx` ON `receipts` (`site_id`);
CREATE INDEX `receipts_updated_at_idx` ON `receipts` (`updated_at`);
CREATE INDEX `receipts_created_at_idx` ON `receipts` (`created_at`);
ALTER TABLE `channels` ADD `access` text DEFAULT 'public';
