ALTER TABLE `channels` ADD `dialect` text DEFAULT 'gfm';
