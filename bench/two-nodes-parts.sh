# shellcheck shell=bash
# What bench/two-nodes.sh is made of. Sourced after common.sh and postgres.sh.

faults=0
declare -A node_port node_pid
proxy_pid=

fault() {
    printf '✗ %s\n' "$*" >&2
    faults=$((faults + 1))
}

prepare_database() {
    psql -q -h 127.0.0.1 -p "$postgres_port" -U postgres -c 'CREATE DATABASE huanxin'
    export HUANXIN_DATABASE="postgres:Host=127.0.0.1;Port=$postgres_port;Username=postgres;Database=huanxin"
    export HUANXIN_DATA=$work/data HUANXIN_POLICIES=$root/policies HUANXIN_BEHIND_PROXY=1
    # All load comes from one address here.
    export HUANXIN_RATE_LIMIT=1000000
    quietly "$root/bin/huanxin" migrate
    quietly "$root/bin/huanxin" demo
}

query() { psql -qtA -h 127.0.0.1 -p "$postgres_port" -U postgres -d huanxin -c "$1"; }

start_node() {
    local name=$1 port=${node_port[$1]:-}
    [ -n "$port" ] || port=$(free_port)
    node_port[$name]=$port
    (
        cd "$root/src/Web"
        exec env HUANXIN_URLS="http://127.0.0.1:$port" HUANXIN_NODE="$name" \
            dotnet "$root/artifacts/bin/Web/release/Huanxin.Web.dll" >>"$work/$name.log" 2>&1 </dev/null
    ) &
    node_pid[$name]=$!
    for _ in $(seq 100); do
        if curl -fs -o /dev/null "http://127.0.0.1:$port/health/ready"; then return; fi
        sleep 0.2
    done
    tail -n 20 "$work/$name.log" >&2
    stop_with "节点 $name 在 20 秒内没有就绪（日志见上）。"
}

kill_node() {
    kill -9 "${node_pid[$1]}"
    wait "${node_pid[$1]}" 2>/dev/null || true
    unset "node_pid[$1]"
}

start_proxy() {
    proxy_port=$(free_port)
    proxy=http://127.0.0.1:$proxy_port
    # The upstream and proxy lines are those of docs/deploy/nginx.conf.example.
    cat >"$work/nginx.conf" <<CONF
$([ "$(id -u)" != 0 ] || echo 'user nobody nogroup;')
worker_processes 1;
daemon off;
pid $work/nginx.pid;
error_log $work/nginx.log;
events { worker_connections 1024; }
http {
    access_log off;
    client_body_temp_path $work/nginx-body;
    proxy_temp_path $work/nginx-proxy;
    upstream huanxin {
        least_conn;
        server 127.0.0.1:${node_port[a]} max_fails=1 fail_timeout=5s;
        server 127.0.0.1:${node_port[b]} max_fails=1 fail_timeout=5s;
        keepalive 64;
    }
    server {
        listen 127.0.0.1:$proxy_port;
        location / {
            proxy_pass http://huanxin;
            proxy_http_version 1.1;
            proxy_set_header Connection "";
            proxy_set_header Host \$http_host;
            proxy_set_header X-Forwarded-For \$remote_addr;
            proxy_set_header X-Forwarded-Proto \$scheme;
            proxy_next_upstream error timeout http_502 http_503;
            proxy_next_upstream_tries 2;
            proxy_connect_timeout 2s;
        }
    }
}
CONF
    chmod 755 "$work"
    nginx -c "$work/nginx.conf" -e "$work/nginx.log" </dev/null &
    proxy_pid=$!
    until is_taken "$proxy_port"; do
        kill -0 "$proxy_pid" 2>/dev/null || { cat "$work/nginx.log" >&2; stop_with "nginx 未能启动（原因见上）。"; }
        sleep 0.1
    done
}

stop_all() {
    local pid
    for pid in "$proxy_pid" "${node_pid[@]}"; do
        [ -z "$pid" ] || kill "$pid" 2>/dev/null || true
    done
    for pid in "$proxy_pid" "${node_pid[@]}"; do
        [ -z "$pid" ] || wait "$pid" 2>/dev/null || true
    done
}

# --- Forms, as a browser without scripts would send them ---

# attribute NAME: that attribute of the tag on standard input.
attribute() { sed -n "s/.*[[:space:]]$1=\"\([^\"]*\)\".*/\1/p"; }

# The name of the one input of a page that carries the given text.
field() { tr '\n' ' ' <"$1" | grep -oE '<(input|select|textarea)[^>]*>' | grep -F -- "$2" | head -n 1 | attribute name; }

# form PAGE MARK: the form of the page that contains the mark, on one line.
form() { tr '\n' ' ' <"$1" | sed 's/<form/\n<form/g; s/<\/form>/<\/form>\n/g' | grep '^<form' | grep -F -- "$2" | head -n 1; }

# The hidden fields of a form as options for curl.
hidden() {
    grep -oE '<input[^>]*type="hidden"[^>]*>' "$1" | while read -r tag; do
        printf -- '--data-urlencode\n%s=%s\n' "$(attribute name <<<"$tag")" "$(attribute value <<<"$tag")"
    done
}

# --- One person, one session ---

account=demo-city
password=Huanxin-demo-1

sign_in() {
    local status jar=$work/cookies
    curl -fs -c "$jar" -o "$work/sign-in.html" "$proxy/sign-in"
    form "$work/sign-in.html" 'autocomplete="username"' >"$work/form.html"
    mapfile -t fields < <(hidden "$work/form.html")
    status=$(curl -s -b "$jar" -c "$jar" -o "$work/answer.html" -w '%{http_code}' "${fields[@]}" \
        --data-urlencode "$(field "$work/form.html" 'autocomplete="username"')=$account" \
        --data-urlencode "$(field "$work/form.html" 'autocomplete="current-password"')=$password" "$proxy/sign-in")
    [[ $status = 30[23] ]] || stop_with "用 $account 登录得到 $status，而不是转到首页：请查看 $account 是否为演示账户。"
    cookies=$(awk '!/^# / && NF >= 7 { printf "%s%s=%s", sep, $6, $7; sep = "; " }' "$jar")

    # The sign-out button of the shell: the cheapest write that a signed-in person can make, and it is an act.
    curl -fs -H "Cookie: $cookies" -o "$work/home.html" "$proxy/"
    form "$work/home.html" 'action="/sign-out"' >"$work/form.html"
    mapfile -t fields < <(hidden "$work/form.html")
    [ ${#fields[@]} -gt 0 ] || stop_with "首页上没有找到“退出”按钮，登录似乎没有成功。"
}

# The page itself, not the sign-in page, on this node without the proxy.
expect_session() {
    local status
    status=$(curl -s -o /dev/null -w '%{http_code}' -H "Cookie: $cookies" "http://127.0.0.1:${node_port[$1]}/")
    if [ "$status" = 200 ]; then say "　　节点 $1：会话有效"; else fault "节点 $1：会话无效（$status）"; fi
}

# --- Load ---

read_load() {
    cat >"$work/read.lua" <<'LUA'
local threads = {}
function setup(thread) table.insert(threads, thread) end
function init() good, bad = 0, 0 end
function response(status) if status == 200 then good = good + 1 else bad = bad + 1 end end
function done(summary)
    local broken = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
    print(string.format("reads %d %d", threads[1]:get("good"), threads[1]:get("bad") + broken))
end
LUA
    wrk -t 1 -c 8 -d "${seconds}s" --timeout 10s -s "$work/read.lua" -H "Cookie: $cookies" "$proxy/" >"$work/reads.txt" 2>&1 ||
        cat "$work/reads.txt" >&2
}

# One line per try: the status the person got (000: no answer at all).
write_load() {
    local until=$((SECONDS + seconds))
    while [ "$SECONDS" -lt "$until" ]; do
        curl -s -o /dev/null -m 10 -w '%{http_code}\n' -H "Cookie: $cookies" "${fields[@]}" "$proxy/sign-out" || true
    done >"$work/writes.$1.txt"
}

report_reads() {
    local good bad
    read -r _ good bad < <(grep '^reads ' "$work/reads.txt" || echo reads 0 0)
    say "　　读：$good 次得到页面，$bad 次没有"
    [ "$bad" = 0 ] || fault "有 $bad 次读没有得到页面"
    [ "$good" -gt 0 ] || fault "没有一次读得到页面"
}

report_writes() {
    local tried acknowledged refused stored
    tried=$(cat "$work"/writes.*.txt | wc -l)
    acknowledged=$(cat "$work"/writes.*.txt | grep -c '^30[23]$' || true)
    refused=$(cat "$work"/writes.*.txt | grep -cv -e '^30[23]$' -e '^50[0-9]$' -e '^000$' || true)
    stored=$(query "SELECT count(*) FROM acts WHERE \"Verb\" = 'sign-out.done'")
    say "　　写：共 $tried 次，确认 $acknowledged 次，未得答复 $((tried - acknowledged)) 次；库中 $stored 条"
    [ "$acknowledged" -gt 0 ] || fault "没有一次写入得到确认"
    [ "$refused" = 0 ] || fault "有 $refused 次写入被拒绝，而它们都应成功或没有答复"
    [ "$stored" -ge "$acknowledged" ] || fault "已确认的写入丢失 $((acknowledged - stored)) 条"
    [ "$stored" -le "$tried" ] || fault "有写入被执行了两次：库中多出 $((stored - tried)) 条"
}
