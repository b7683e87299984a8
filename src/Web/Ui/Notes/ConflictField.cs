namespace Huanxin.Web.Ui.Notes;

/// <summary>One field two people changed: its posted name and label, what I typed and what the other saved.</summary>
/// <param name="Name">Posted name, e.g. “Form.Name”.</param>
/// <param name="Label">Name on the screen.</param>
/// <param name="Mine">Value as it would be posted by me.</param>
/// <param name="Theirs">Value as it would be posted for what the other has saved.</param>
/// <param name="MineText">How mine reads, where that differs from what is posted.</param>
/// <param name="TheirsText">How theirs reads, where that differs from what is posted.</param>
public sealed record ConflictField(
    string Name, string Label, string? Mine, string? Theirs, string? MineText = null, string? TheirsText = null)
{
    public bool Differs => (Mine ?? "") != (Theirs ?? "");
}
