create table polyloom_loadout (
    name varchar(64) primary key,
    class_path varchar(10000)
);
create table polyloom_worker_option (
    loadout varchar(64) not null references polyloom_loadout (name) on delete cascade,
    option_name varchar(200) not null,
    option_value varchar(10000) not null,
    primary key (loadout, option_name)
);
create table polyloom_action (
    loadout varchar(64) not null references polyloom_loadout (name) on delete cascade,
    position integer not null,
    name varchar(200),
    class_name varchar(1000) not null,
    method varchar(200),
    primary key (loadout, position)
);
create table polyloom_prep (
    loadout varchar(64) not null references polyloom_loadout (name) on delete cascade,
    name varchar(200) not null,
    action_name varchar(1000) not null,
    primary key (loadout, name)
);
create table polyloom_prep_argument (
    loadout varchar(64) not null,
    prep varchar(200) not null,
    position integer not null,
    argument varchar(10000) not null,
    primary key (loadout, prep, position),
    foreign key (loadout, prep) references polyloom_prep (loadout, name) on delete cascade
);
create table polyloom_prep_annotation (
    loadout varchar(64) not null,
    prep varchar(200) not null,
    annotation varchar(200) not null,
    annotation_value varchar(10000) not null,
    primary key (loadout, prep, annotation),
    foreign key (loadout, prep) references polyloom_prep (loadout, name) on delete cascade
);
