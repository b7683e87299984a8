using Huanxin.Core.Kernel;

namespace Huanxin.App.Operations;

/// <summary>Refusals of the operator's commands: nothing was changed, and the sentence says what to do.</summary>
public static class OperationsRefusals
{
    public static Refusal DatabaseNewer(string migration) => new("database.newer",
        $"数据库比程序新（含有程序不认识的升级“{migration}”）：请改用新版程序，数据库未作改动。");

    public static Refusal DatabaseOlder() => new("database.older",
        "数据库尚未建立或版本较旧：请先执行 huanxin migrate。");

    public static Refusal StructureDiffers(string table, string column) => new("database.structure",
        $"数据库的结构与程序不符（缺少表 {table} 的列 {column}），它不是由本版程序建立的：请换用空数据库重新执行 huanxin migrate，旧数据请用备份恢复。");

    public static Refusal KeyringMissing(string file) => new("keyring.missing",
        $"找不到密钥环 {file}：新安装请先执行 huanxin migrate，已有数据请把原密钥环放回原处，或用 HUANXIN_KEYRING 指明。");

    public static Refusal FileExists(string file) => new("backup.file-exists",
        $"文件 {file} 已存在，没有覆盖：请换一个文件名，或先移走旧文件。");

    public static Refusal NoSuchFolder(string folder) => new("backup.no-folder", $"目录 {folder} 不存在，请先建立。");

    public static Refusal NoSuchArchive(string file) => new("archive.missing", $"找不到备份文件 {file}。");

    public static Refusal ArchiveDamaged(string file, string what) => new("archive.damaged",
        $"备份文件 {file} 已损坏或不完整（{what}），没有恢复任何数据：请改用另一份备份。");

    public static Refusal ArchiveForged(string file) => new("archive.forged",
        $"备份文件 {file} 的清单被改动过（与密钥证明不符），没有恢复任何数据。");

    public static Refusal ArchiveFormat(string product) => new("archive.format",
        $"备份文件由另一版本（{product}）写成，本程序读不懂它的格式：请用那个版本恢复，再升级。");

    public static Refusal OtherKeyring() => new("archive.other-keyring",
        "本安装的密钥环不是备份时的那一个，恢复后个人信息和附件将无法打开：请先把原密钥环放回，再恢复。");

    public static Refusal OtherStructure(string product, string migration) => new("archive.other-structure",
        $"备份的表结构（版本 {product}，{migration}）与本程序不同：请用写备份的那个版本恢复，再执行 huanxin migrate 升级。");

    public static Refusal TargetNotEmpty(string table) => new("database.not-empty",
        $"目标数据库不是空的（表 {table} 中已有数据），没有作任何改动：请换一个空数据库。");

    public static Refusal ForeignTables() => new("database.foreign-tables",
        "目标数据库里已有别的表，没有作任何改动：请换一个空数据库。");

    public static Refusal SameDatabase() => new("database.same", "目标就是当前数据库，无须迁移。");

    public static Refusal TextTooLong(string table, string column, string key) => new("database.text-too-long",
        $"表 {table} 的列 {column} 中有放不进目标数据库的文字（过长，或含空字符），所在行以 {key} 开头：请先改短，再迁移。");

    public static Refusal MoveDiffers(string table, long sent, long arrived) => new("database.move-differs",
        $"表 {table} 两边不一致（原有 {sent} 行，写入 {arrived} 行），已全部撤回，目标数据库没有改动。");
}
