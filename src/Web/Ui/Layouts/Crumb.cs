namespace Huanxin.Web.Ui.Layouts;

/// <summary>One step of the way to a page, or one tab of it.</summary>
public sealed record Crumb(string Text, string Href);
