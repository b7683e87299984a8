using Huanxin.Core.Kernel;

namespace Huanxin.Core.Communities;

/// <summary>Refusals about the import of ledgers (台账导入：不予办理).</summary>
public static class ImportRefusals
{
    public static Refusal NotOpen(ImportState state) => new("import.not-open", $"这次导入{state.Label()}，不能再改动。");

    public static Refusal NotImported() => new("import.not-imported", "只有已导入的才能撤销。");

    public static Refusal NotClean(long hard, long soft) =>
        new("import.not-clean", $"还有 {hard} 处必须修正、{soft} 处没有确认，不能导入。");

    public static Refusal NothingToDo() => new("import.nothing-to-do", "文件内容与登记的一致，没有需要导入的。");

    public static Refusal RegisterChanged() =>
        new("import.register-changed", "确认之后登记内容有变化，结果与核对时不同，没有导入，请重新核对。");

    public static Refusal AnotherAtWork() => new("import.another-at-work", "另一份台账正在写入，请等它完成后再导入。");

    public static Refusal FileGone() => new("import.file-gone", "上传的文件已不在或被改动，没有导入，请重新上传。");

    public static Refusal RightLost() => new("import.right-lost", "确认人已没有此地的登记权限，没有导入。");

    public static Refusal HasLaterWork(int count) =>
        new("import.later-work", $"导入的记录后来又有 {count} 次办理，不能整体撤销；请在各记录上更正。");

    public static Refusal NothingPasted() => new("import.nothing-pasted", "请选择文件，或从表格中复制内容粘贴到文本框。");

    public static Refusal PlaceUnknown() => new("import.place-unknown", "请选择台账所属的区划，须在您的管辖范围内。");

    public static Refusal CellUnknown() => new("import.cell-unknown", "工作表中没有这个单元格。");
}
