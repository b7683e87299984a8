using Huanxin.Core.Kernel;

namespace Huanxin.App.Exchange;

/// <summary>
/// Why a sheet cannot be read or written at all; what is wrong inside a sheet is an import fault instead.
/// </summary>
public static class ExchangeRefusals
{
    public static Refusal TooManyRowsToWrite(int limit) =>
        new("sheet.too-many-rows-to-write", $"一个工作表最多 {limit} 行，请缩小筛选范围，或改为导出 CSV。");
}
