using Huanxin.Core.Kernel;

namespace Huanxin.Core.Communities;

/// <summary>Refusals about the register (小区：不予办理).</summary>
public static class CommunityRefusals
{
    public static Refusal NoName() => new("community.no-name", "请填写小区名称。");

    public static Refusal Negative() => new("community.negative", "数量和面积不能为负数。");

    public static Refusal MoreAgreeThanAsked() =>
        new("community.more-agree-than-asked", "同意户数不能多于征询户数，请核对。");

    public static Refusal BadPosition() =>
        new("community.bad-position", "位置须同时填写纬度（-90 至 90）和经度（-180 至 180）。");

    public static Refusal NotActive(string name) =>
        new("community.not-active", $"“{name}”已注销或并入其他小区，不能再办理；需要时先恢复。");

    public static Refusal NotClosed(string name) => new("community.not-closed", $"“{name}”没有注销，不需要恢复。");

    public static Refusal NotMerged(string name) => new("community.not-merged", $"“{name}”没有并入其他小区。");

    public static Refusal SplitNeedsOtherName(string name) => new("community.same-name", $"分出来的小区不能也叫“{name}”，请另起名称，例如加上期数或方位。");

    public static Refusal OwnMerge() => new("community.own-merge", "小区不能并入自己，请选择另一个小区。");

    public static Refusal TargetNotActive() =>
        new("community.target-not-active", "并入的小区已注销或又并入了别处，请先在那里恢复，再撤销合并。");

    public static Refusal TooManyToJudge(int most) =>
        new("community.too-many-to-judge", $"按“能否纳入”筛选一次最多判断 {most:#,##0} 个小区，请先选择属地。");

    public static Refusal NothingToSplit() =>
        new("community.nothing-to-split", "请选择要分出去的楼栋，并至少留下一栋。");

    public static Refusal NoTarget() => new("community.no-target", "请选择要并入的小区：填写编号，或小区名称全称。");

    public static Refusal AlreadyDistinct() => new("community.already-distinct", "这两个小区已经认定不是重复。");

    public static Refusal NoOwner() => new("owner.no-name", "请填写业主姓名。");

    public static Refusal CodeTaken() => new("community.code-taken", "这个小区编码已被使用，请核对。");

    public static Refusal NoBuildingNumber() => new("building.no-number", "请填写楼号。");

    public static Refusal BuildingTaken() => new("building.taken", "本小区已登记这个楼号。");

    public static Refusal NoRoom() => new("dwelling.no-room", "请填写房号。");

    public static Refusal RoomTaken() => new("dwelling.taken", "本楼已登记这个单元和房号。");
}
