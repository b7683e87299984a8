# shellcheck shell=bash
# A private, throw-away PostgreSQL on 127.0.0.1: never the machine's own cluster, gone when the script ends.
# Sourced after common.sh. The caller traps EXIT and calls postgres_stop.

postgres_dir=
postgres_port=

# The newest server the machine has.
postgres_bin() {
    local dir
    dir=$(printf '%s\n' /usr/lib/postgresql/*/bin /usr/pgsql-*/bin | sort -V | tail -n 1)
    if [ -x "$dir/initdb" ]; then echo "$dir"
    elif command -v initdb >/dev/null; then dirname "$(command -v initdb)"
    else return 1
    fi
}

# PostgreSQL refuses to run as root.
as_postgres() {
    if [ "$(id -u)" = 0 ]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi
}

# postgres_start [-c name=value …]: fast and forgetful unless told otherwise; sets postgres_port.
postgres_start() {
    local bin
    bin=$(postgres_bin)
    if [ "$(id -u)" = 0 ] && ! id postgres >/dev/null 2>&1; then
        stop_with "缺少系统用户 postgres（PostgreSQL 不能以 root 运行）：请执行 useradd --system postgres 后重试。"
    fi
    postgres_sweep
    # The name carries our process id, so that a later run can tell an abandoned cluster from one in use.
    postgres_dir=$(mktemp -d "/tmp/huanxin-postgres.$$.XXXXXX")
    chmod 755 "$postgres_dir"
    mkdir "$postgres_dir/run"
    [ "$(id -u)" != 0 ] || chown postgres "$postgres_dir" "$postgres_dir/run"

    quietly as_postgres "$bin/initdb" -D "$postgres_dir/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync ||
        stop_with "PostgreSQL 未能初始化（原因见上）：请检查 /tmp 的剩余空间。"
    for _ in 1 2 3 4 5; do
        postgres_port=$(free_port)
        if as_postgres "$bin/pg_ctl" -D "$postgres_dir/data" -l "$postgres_dir/run/log" -w -t 60 -s \
            -o "-p $postgres_port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$postgres_dir/run \
                -c max_connections=300 -c jit=off -c fsync=off -c synchronous_commit=off -c full_page_writes=off $*" \
            start >/dev/null 2>&1 </dev/null; then
            return
        fi
    done
    as_postgres cat "$postgres_dir/run/log" >&2 || true
    stop_with "PostgreSQL 未能启动（原因见上）。"
}

postgres_stop() {
    [ -n "$postgres_dir" ] || return 0
    as_postgres "$(postgres_bin)/pg_ctl" -D "$postgres_dir/data" -m immediate -s stop >/dev/null 2>&1 || true
    rm -rf "$postgres_dir"
    postgres_dir=
}

# Clusters whose script was killed before it could clean up.
postgres_sweep() {
    local dir owner
    for dir in /tmp/huanxin-postgres.*; do
        [ -d "$dir/data" ] || continue
        owner=${dir#/tmp/huanxin-postgres.}
        owner=${owner%%.*}
        if [ -d "/proc/$owner" ]; then continue; fi
        as_postgres "$(postgres_bin)/pg_ctl" -D "$dir/data" -m immediate -s stop >/dev/null 2>&1 || true
        rm -rf "$dir" 2>/dev/null || true
    done
}
