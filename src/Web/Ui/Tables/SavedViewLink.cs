namespace Huanxin.Web.Ui.Tables;

/// <summary>A remembered view of a list: its name and the query string it stands for.</summary>
/// <param name="Name">Name the person gave it.</param>
/// <param name="Query">Query string without the question mark.</param>
/// <param name="ForgetAction">Address to post to in order to forget it; null when it is not the person's own.</param>
public sealed record SavedViewLink(string Name, string Query, string? ForgetAction = null);
