ALTER TABLE `releases` ADD `audit_head` text;
