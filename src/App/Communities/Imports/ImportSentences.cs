namespace Huanxin.App.Communities.Imports;

/// <summary>Words of the acts of an import.</summary>
public static class ImportSentences
{
    public const string Operator = "服务器操作员";

    public static string Why(string file) => $"导入台账“{file}”";
}
