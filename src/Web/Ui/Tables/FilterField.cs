using System.Text;
using Huanxin.Web.Ui.Figures;
using Microsoft.AspNetCore.Components;

namespace Huanxin.Web.Ui.Tables;

/// <summary>
/// The field by which a list is narrowed to a column, written as it leaves the server: a list has dozens of them, and places among hundreds.
/// </summary>
internal static class FilterField
{
    private const int FewChoices = 6;

    /// <summary>The field with what was asked for in it.</summary>
    public static MarkupString Of<T>(Column<T> column, TableState state, string id) => new(column switch
    {
        { Filter: FilterKind.Choice, Choices.Count: <= FewChoices } => Ticks(column, state),
        { Filter: FilterKind.Choice } => Chosen(column, state, id),
        { Filter: FilterKind.Dates or FilterKind.Numbers } => Range(column, state),
        _ => Labelled(column, id, $"<input type=\"text\" id=\"{id}\" name=\"{column.Key}\"{Value(state, column.Key)} placeholder=\"包含\" />"),
    });

    /// <summary>A choice of a select.</summary>
    public static string Option(string value, string text, bool isSelected) =>
        $"<option value=\"{Text(value)}\"{(isSelected ? " selected" : "")}>{Text(text)}</option>";

    /// <summary>A choice to tick.</summary>
    public static string Tick(string name, string value, string text, bool isTicked) =>
        $"<label class=\"choice\"><input type=\"checkbox\" name=\"{name}\" value=\"{Text(value)}\"{(isTicked ? " checked" : "")} />{Text(text)}</label>";

    private static string Ticks<T>(Column<T> column, TableState state)
    {
        var ticked = state.All(column.Key);
        var choices = string.Concat(column.Choices.Select(option => Tick(column.Key, option.Value, option.Text, ticked.Contains(option.Value))));
        return $"<fieldset class=\"field\"><legend>{Text(column.Title)}</legend><div class=\"choices\">{choices}</div></fieldset>";
    }

    private static string Chosen<T>(Column<T> column, TableState state, string id)
    {
        var chosen = state.All(column.Key);
        var options = new StringBuilder($"<select id=\"{id}\" name=\"{column.Key}\"><option value=\"\">全部</option>");
        foreach (var option in column.Choices) options.Append(Option(option.Value, option.Text, chosen.Contains(option.Value)));
        return Labelled(column, id, options.Append("</select>").ToString());
    }

    private static string Range<T>(Column<T> column, TableState state)
    {
        var kind = column.Filter == FilterKind.Dates ? "type=\"date\"" : "type=\"text\" inputmode=\"decimal\"";
        var (from, to) = (End(column.FromName, "从"), End(column.ToName, "到"));
        return $"<fieldset class=\"field\"><legend>{Text(column.Heading)}</legend><div class=\"range\">{from}<span aria-hidden=\"true\">至</span>{to}</div></fieldset>";

        string End(string name, string word) => $"<input {kind} name=\"{name}\"{Value(state, name)} aria-label=\"{Text(column.Title)}，{word}\" />";
    }

    private static string Labelled<T>(Column<T> column, string id, string input) =>
        $"<div class=\"field\"><label for=\"{id}\">{Text(column.Title)}</label>{input}</div>";

    private static string Value(TableState state, string name) => state.One(name) is { } typed ? $" value=\"{Text(typed)}\"" : "";

    private static string Text(string text) => Drawn.Encoder.Encode(text);
}
