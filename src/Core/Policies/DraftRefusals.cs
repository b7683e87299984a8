using Huanxin.Core.Kernel;

namespace Huanxin.Core.Policies;

/// <summary>Refusals about draft packs (政策草案不予办理).</summary>
public static class DraftRefusals
{
    /// <summary>The step does not fit the state (当前状态不能办理).</summary>
    public static Refusal NotNow(DraftState state, DraftStep step) =>
        new("policy-draft.not-now", $"草案现为“{state.Label()}”，不能办理“{step.Label()}”。");

    /// <summary>A revision is of the same document (代号不同).</summary>
    public static Refusal AnotherDocument(string document, string other) =>
        new("policy-draft.another-document", $"这份草案的代号是“{document}”，重新上传的是“{other}”；另一份文件请另行上传。");

    /// <summary>Drafts are made by persons (须由本人办理).</summary>
    public static Refusal PersonNeeded() => new("policy-draft.person-needed", "政策草案只能由登录的人员办理。");

    /// <summary>The pack has faults on the shelf as it is now (草案有错误).</summary>
    public static Refusal Faulty(int faults) =>
        new("policy-draft.faulty", $"这份草案在现在的政策库里有 {faults} 处错误，没有办理；错误列在草案页上，改好后请重新上传。");

    /// <summary>Decisions in force rest on what the pack would drop (会使已生效的内容失去依据).</summary>
    public static Refusal Orphans(int count, string first) =>
        new("policy-draft.orphans", $"有 {count} 处已生效的内容还依据这份草案去掉的规定，没有办理：{first}{(count > 3 ? " 等" : "")}。");

    /// <summary>No pack of this id is in force (没有生效的包).</summary>
    public static Refusal NotInForce(string document) =>
        new("policy-draft.not-in-force", $"没有经网页生效的“{document}”；只在 policies 目录里的文件请直接改目录。");

    /// <summary>Nothing is broken (政策库没有错误).</summary>
    public static Refusal ShelfIsSound(string document) =>
        new("policy-draft.shelf-sound", $"政策库没有错误，“{document}”不需要撤下；要改动请在网页上另传一份草案，由两人办理。");

    /// <summary>Taking it off mends nothing (撤下也无济于事).</summary>
    public static Refusal NotTheCause(string document) =>
        new("policy-draft.not-the-cause", $"撤下“{document}”不能消除政策库的任何错误，没有办理；请看 huanxin policy check 列出的文件。");

    /// <summary>Another draft of the document waits already (已有待办草案).</summary>
    public static Refusal AlreadyProposed(string document) =>
        new("policy-draft.already-proposed", $"“{document}”已有一份草案待生效，请先办结那一份。");

    /// <summary>Another pack of the document came into force at the same moment (他人已先办理).</summary>
    public static Refusal InForceMeanwhile() =>
        new("policy-draft.in-force-meanwhile", "这份文件的另一份草案刚刚生效，请重新核对后再办理。");

    /// <summary>What is typed does not fit the value (填写的值不能读取).</summary>
    public static Refusal BadFilling(string typed, string kind) =>
        new("policy-draft.bad-filling", $"“{typed}”不能按“{kind}”读取。");
}
