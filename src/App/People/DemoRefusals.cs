using Huanxin.Core.Kernel;

namespace Huanxin.App.People;

/// <summary>Refusals to load the demo.</summary>
public static class DemoRefusals
{
    public static Refusal AmongOthers(int count) => new("demo.other-accounts",
        $"数据库中已有 {count} 个非演示账户：演示账户的密码是公开的，不能装入正式使用的数据库。");

    public static Refusal FileMissing(string file) => new("demo.file-missing",
        $"找不到演示数据文件 {file}：请用 HUANXIN_POLICIES 指明 policies 目录。");
}
