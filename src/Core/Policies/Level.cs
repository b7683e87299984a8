namespace Huanxin.Core.Policies;

/// <summary>How strongly a document demands something (要求程度), in its own wording.</summary>
public enum Level
{
    /// <summary>必须.</summary>
    Must,

    /// <summary>应.</summary>
    Should,

    /// <summary>宜.</summary>
    Advisable,

    /// <summary>可、鼓励.</summary>
    May,

    /// <summary>有条件的.</summary>
    IfPossible,
}

/// <summary>What a level does (要求的效力).</summary>
public static class Levels
{
    /// <summary>必须 and 应 decide; the others remind, inform or ask for a reason (是否具有约束力).</summary>
    public static bool Blocks(this Level level) => level is Level.Must or Level.Should;
}
