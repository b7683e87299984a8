namespace Huanxin.Web.Ui.Notes;

/// <summary>How a check came out.</summary>
public enum CheckSign { Yes, No, Unknown, Conditional }

/// <summary>One check of a verdict: what was asked, at which level, what was found and required, and where it is written.</summary>
/// <param name="Sign">How it came out.</param>
/// <param name="Word">The same in a word.</param>
/// <param name="Level">必须, 应, 宜, 可 or 有条件; null where what was asked is no requirement.</param>
/// <param name="Title">What was checked.</param>
/// <param name="Found">What was found.</param>
/// <param name="Required">What the document asks.</param>
/// <param name="Clause">Where it is written.</param>
/// <param name="ClauseHref">Page of the clause.</param>
/// <param name="Source">Where the fact came from.</param>
/// <param name="Missing">What has to be filled in before it can be answered.</param>
public sealed record ChecklistRow(
    CheckSign Sign, string Word, string? Level, string Title, string? Found = null, string? Required = null,
    string? Clause = null, string? ClauseHref = null, string? Source = null, string? Missing = null);
