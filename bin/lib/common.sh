# shellcheck shell=bash
# Shared by every script in bin/: where we are, what is missing, and how to say so.
# Sourced, never run. A script that cannot go on says in one Chinese sentence what is missing and what would help.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
stamps=$root/artifacts/stamps

# The SDK wants a home it can write to; service accounts and build servers may have none.
if [ ! -w "${HOME:-/nonexistent}" ]; then
    export HOME=$root/artifacts/home
    mkdir -p "$HOME"
fi
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false
# Build servers that outlive the script would keep a pipeline waiting for its output to close.
export MSBUILDDISABLENODEREUSE=1

say() { printf '▸ %s\n' "$*" >&2; }

# Ends the script with one sentence.
stop_with() {
    printf '✗ %s\n' "$*" >&2
    exit 1
}

# Runs a command silently; its output is shown only when it fails.
quietly() {
    local log code=0
    log=$(mktemp)
    "$@" >"$log" 2>&1 </dev/null || code=$?
    [ "$code" = 0 ] || cat "$log" >&2
    rm -f "$log"
    return "$code"
}

# The SDK is the one thing we do not install: which one, and from where, is the machine owner's decision.
need_dotnet() {
    local place
    for place in "${DOTNET_ROOT:-}" "$HOME/.dotnet" /usr/share/dotnet /usr/lib/dotnet; do
        if command -v dotnet >/dev/null; then return; fi
        if [ -x "$place/dotnet" ]; then export DOTNET_ROOT=$place PATH=$place:$PATH; fi
    done
    command -v dotnet >/dev/null || stop_with "缺少 .NET 10 SDK：$get_sdk"
}

need_sdk() {
    need_dotnet
    (cd "$root" && dotnet --version >/dev/null 2>&1) || stop_with "本机的 .NET 没有第 10 版 SDK：$get_sdk"
}

get_sdk='请执行 sudo apt-get install dotnet-sdk-10.0（或按 https://dotnet.microsoft.com/download/dotnet/10.0 安装），再重新执行本命令。'

# --- Debian packages ---

has_sqlite() { compgen -G '/usr/lib*/libsqlite3.so.0' >/dev/null || compgen -G '/usr/lib/*/libsqlite3.so.0' >/dev/null; }
has_postgres() { postgres_bin >/dev/null; }
has_chromium() { [ -x /usr/bin/chromium ]; }
has_chinese_font() { [ -n "$(find /usr/share/fonts /usr/local/share/fonts -iname '*CJK*' -print -quit 2>/dev/null)" ]; }
has_nginx() { [ -x /usr/sbin/nginx ] || command -v nginx >/dev/null; }
has_wrk() { command -v wrk >/dev/null; }

package_of() {
    case $1 in
        sqlite) echo libsqlite3-0 ;;
        postgres) echo postgresql ;;
        chromium) echo chromium ;;
        chinese_font) echo fonts-noto-cjk ;;
        *) echo "$1" ;;
    esac
}

# need sqlite postgres …: installs what is missing, or says what it would take.
need() {
    local thing missing=()
    for thing; do "has_$thing" || missing+=("$(package_of "$thing")"); done
    [ ${#missing[@]} -gt 0 ] || return 0

    command -v apt-get >/dev/null ||
        stop_with "缺少 ${missing[*]}，而本机没有 apt-get（不是 Debian 系系统）：请用本机的软件包管理器安装它们，再重新执行本命令。"
    may_be_root ||
        stop_with "缺少 ${missing[*]}，而当前用户没有安装权限：请由管理员执行 sudo apt-get install ${missing[*]}，再重新执行本命令。"

    say "安装 Debian 软件包：${missing[*]}"
    without_services install_packages "${missing[@]}" ||
        stop_with "软件包 ${missing[*]} 未能安装（原因见上）：请检查网络与软件源后执行 apt-get install ${missing[*]}。"
    for thing; do
        "has_$thing" || stop_with "已安装 $(package_of "$thing")，但仍找不到它：请检查该软件包是否完整。"
    done
}

# Asks for a password only where somebody sits in front of it.
may_be_root() {
    if [ "$(id -u)" = 0 ]; then return; fi
    command -v sudo >/dev/null || return 1
    if [ -t 0 ] && [ -z "${CI:-}" ]; then sudo -v; else sudo -n true 2>/dev/null; fi
}

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }

install_packages() {
    local get=(env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=600 -o Dpkg::Options::=--force-confold)
    # The lists may be absent (a fresh image) or stale: read them again only when the first try fails.
    as_root "${get[@]}" install --no-install-recommends "$@" >/dev/null 2>&1 </dev/null && return
    quietly as_root "${get[@]}" update || true
    quietly as_root "${get[@]}" install --no-install-recommends "$@"
}

# Debian starts what it installs. We want programs, not a database on 5432 or a web server on 80.
without_services() {
    local policy=/usr/sbin/policy-rc.d clusters=/etc/postgresql-common/createcluster.d code=0 ours=
    if [ ! -e "$policy" ]; then
        ours=yes
        printf '#!/bin/sh\nexit 101\n' | as_root tee "$policy" >/dev/null
        as_root chmod +x "$policy"
    fi
    as_root mkdir -p "$clusters"
    echo 'create_main_cluster = false' | as_root tee "$clusters/huanxin.conf" >/dev/null
    "$@" || code=$?
    as_root rm -f "$clusters/huanxin.conf"
    [ -z "$ours" ] || as_root rm -f "$policy"
    return "$code"
}

# --- Building ---

# Whether anything that goes into a build is newer than the stamp. A folder changes when a file is removed from it.
is_stale() {
    local stamp=$1
    shift
    [ -e "$stamp" ] || return 0
    [ -n "$(cd "$root" && find "$@" Directory.Build.props Directory.Packages.props BannedSymbols.txt global.json \
        .editorconfig -newer "$stamp" -print -quit 2>/dev/null)" ]
}

# build STAMP OUTPUT PROJECT SOURCES…: a Release build of one project, and nothing at all when it is up to date.
build() {
    local stamp=$stamps/$1 output=$root/artifacts/bin/$2 project=$3
    shift 3
    if [ -e "$output" ] && ! is_stale "$stamp" "$@"; then return; fi

    need_sdk
    mkdir -p "$stamps"
    exec 9>"$stamps/lock"
    flock 9
    if [ ! -e "$output" ] || is_stale "$stamp" "$@"; then
        say "编译 $project（首次约一分钟）"
        touch "$stamp.started"
        restore "$project"
        # Descriptor 9 is closed for the compiler, or a build server would hold the lock for ever.
        (cd "$root" && quietly dotnet build "$project" -c Release --no-restore --nologo -v q -clp:NoSummary 9>&-) ||
            stop_with "编译未通过（原因见上）。"
        mv "$stamp.started" "$stamp"
    fi
    exec 9>&-
}

restore() {
    local locked=()
    # On a build server the lock files decide; on a desk they follow the project files.
    [ -z "${CI:-}" ] || locked=(--locked-mode)
    (cd "$root" && quietly dotnet restore "$1" "${locked[@]}" --nologo -v q 9>&-) ||
        stop_with "NuGet 包未能还原（原因见上）：请检查网络，或执行 dotnet restore $1 查看详情。"
}

# A checkout keeps its data under ./data and reads its own policies, wherever it is called from.
use_checkout() {
    export HUANXIN_DATA=${HUANXIN_DATA:-$root/data} HUANXIN_POLICIES=${HUANXIN_POLICIES:-$root/policies}
}

build_cli() { build cli Cli/release/Huanxin.Cli.dll src/Cli src/Core src/App src/Cli; }

build_web() { build web Web/release/Huanxin.Web.dll src/Web src/Core src/App src/Web; }

# --- Ports ---

is_taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

free_port() {
    local port
    while :; do
        port=$((20000 + RANDOM % 30000))
        is_taken "$port" || break
    done
    echo "$port"
}
