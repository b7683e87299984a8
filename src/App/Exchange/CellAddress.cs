using System.Text;

namespace Huanxin.App.Exchange;

/// <summary>“AB12” as column 27, counted from zero, and row 12.</summary>
internal static class CellAddress
{
    private const int TooFar = 10_000_000;

    public static bool TryParse(string address, out int column, out int row) => TryParse(Encoding.UTF8.GetBytes(address), out column, out row);

    public static bool TryParse(ReadOnlySpan<byte> address, out int column, out int row)
    {
        (column, row) = (0, 0);
        var at = 0;
        for (; at < address.Length && address[at] is >= (byte)'A' and <= (byte)'Z'
            && column < TooFar; at++) column = column * 26 + address[at] - 'A' + 1;
        for (; at < address.Length && char.IsAsciiDigit((char)address[at]) && row < TooFar; at++) row = row * 10
            + address[at] - '0';
        column--;
        return column >= 0 && row > 0 && at == address.Length;
    }
}
