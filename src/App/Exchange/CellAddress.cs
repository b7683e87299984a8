namespace Huanxin.App.Exchange;

/// <summary>“AB12” as column 27, counted from zero, and row 12.</summary>
internal static class CellAddress
{
    private const int TooFar = 10_000_000;

    public static bool TryParse(ReadOnlySpan<char> address, out int column, out int row)
    {
        (column, row) = (0, 0);
        var at = 0;
        for (; at < address.Length && address[at] is >= 'A' and <= 'Z'
            && column < TooFar; at++) column = column * 26 + address[at] - 'A' + 1;
        for (; at < address.Length && char.IsAsciiDigit(address[at]) && row < TooFar; at++) row = row * 10
            + address[at] - '0';
        column--;
        return column >= 0 && row > 0 && at == address.Length;
    }
}
