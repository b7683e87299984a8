using Huanxin.Core.Kernel;

namespace Huanxin.App.Communities;

/// <summary>Refusals to make synthetic communities.</summary>
public static class CommunityDemoRefusals
{
    public static Refusal NoPlan(string document) =>
        new("demo.no-plan", $"政策库中没有“{document}”的计划表，不能据此生成演示小区。");
}
