using System.Text.RegularExpressions;
using Huanxin.Tests.Support;
using Xunit;

namespace Huanxin.Tests.Ui;

public sealed class TableLabelTests
{
    private static readonly Regex Tables = new("<table [^>]*class=\"(?:data|changes)\\b[^>]*>.*?</table>", RegexOptions.Singleline);
    private static readonly Regex Cells = new("<td\\b(?:[^>\"]|\"[^\"]*\")*>");

    // On a phone a row becomes a card: what stands over a column stands before each of its cells instead.
    [Fact]
    public void Every_cell_of_a_table_with_headings_names_its_own()
    {
        var nameless = from file in Checkout.Files(Path.Combine("src", "Web"), "*.razor")
                       from Match table in Tables.Matches(File.ReadAllText(file))
                       where table.Value.Contains("<thead", StringComparison.Ordinal)
                       from Match cell in Cells.Matches(table.Value)
                       where !cell.Value.Contains("data-label", StringComparison.Ordinal)
                       select $"{Path.GetFileName(file)}: {cell.Value}";

        Assert.Empty(nameless);
    }
}
