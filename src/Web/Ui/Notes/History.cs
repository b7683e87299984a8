using Huanxin.Web.Ui.Figures;

namespace Huanxin.Web.Ui.Notes;

/// <summary>One act in the history of a record: when (UTC), who, what, why, and every field before and after.</summary>
public sealed record HistoryEntry(
    DateTime At, string Who, string What, string? Why = null, IReadOnlyList<FieldChange>? Changes = null, string? Source = null);

/// <summary>One field before and after; a new record has no before.</summary>
public sealed record FieldChange(string Label, string? Old, string? New);

/// <summary>One step of a procedure or of the life of a community.</summary>
public sealed record TimelineStep(
    string Title, Tone Tone, string State, DateOnly? On = null, string? Note = null, string? Href = null);

/// <summary>A file that belongs to a record; the time is UTC.</summary>
public sealed record AttachmentLink(string Name, string Href, long Bytes, DateTime At, string By, string? Thumbnail = null);
