namespace Huanxin.Core.Policies;

/// <summary>Why a note was put on a clause (批注类别).</summary>
public enum NoteKind { Contradiction, Gap, Reading, Correction }

/// <summary>A remark on a clause (批注): a gap or contradiction of the source, or how it is read here.</summary>
public sealed record ClauseNote(NoteKind Kind, string Text);

/// <summary>A passage of a document (条款) with the id by which everything cites it.</summary>
/// <param name="Id">e.g. W24-2.4.</param>
/// <param name="Heading">Where it stands in the document.</param>
/// <param name="IsFrame">Title, addressee, signature: nothing to carry out.</param>
public sealed record Clause(string Id, string Heading, string? Title, bool IsFrame, string Text,
    IReadOnlyList<ClauseNote> Notes);
