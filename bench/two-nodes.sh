#!/usr/bin/env bash
# Two nodes behind nginx on one PostgreSQL: one sign-in holds on both, one node is killed with -9 under load, and nothing that was
# acknowledged is lost. All of it on 127.0.0.1 and high ports; all of it stopped by its own id at the end.
# bench/two-nodes.sh [SECONDS of load, 20]
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../bin/lib/common.sh"
. "$root/bin/lib/postgres.sh"
. "$root/bench/two-nodes-parts.sh"

seconds=${1:-20}
writers=4
work=$(mktemp -d /tmp/huanxin-two-nodes.XXXXXX)
trap 'stop_all; postgres_stop; rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

need_sdk
need sqlite postgres nginx wrk
build_cli
build_web

say "启动 PostgreSQL（提交即落盘）、两个节点和 nginx"
# Real commits here: a test may forget, an acknowledged write may not.
postgres_start -c fsync=on -c synchronous_commit=on -c full_page_writes=on
prepare_database
start_node a
start_node b
start_proxy

say "经 nginx 登录一次，会话在两个节点上都有效"
sign_in
expect_session a
expect_session b

say "负载 $seconds 秒：8 路读、$writers 路写；三分之一处以 kill -9 杀掉节点 a"
read_load &
loads=($!)
for writer in $(seq "$writers"); do
    write_load "$writer" &
    loads+=($!)
done
sleep $((seconds / 3))
kill_node a
wait "${loads[@]}"

report_reads
report_writes

say "节点 b 上会话仍有效；节点 a 重新启动后也有效"
expect_session b
start_node a
expect_session a

say "核验操作记录"
"$root/bin/huanxin" verify || fault "散列链核验未通过"
[ "$faults" = 0 ] || stop_with "两节点演练未通过：有 $faults 处不符（见上）。"
say "两节点演练通过：已确认的写入一条不少，会话不断。"
