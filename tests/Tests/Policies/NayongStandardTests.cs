using Huanxin.Core.Policies;
using Huanxin.Tests.Support;
using Xunit;

namespace Huanxin.Tests.Policies;

/// <summary>Nayong's two catalogues: the three aspects of its own plan and the fifteen rows of Guizhou's annex.</summary>
public sealed class NayongStandardTests
{
    private static readonly PolicyDocument Plan = ShippedShelf.Document("NY22");

    [Theory]
    [Clause("NY22-A2.1"), Clause("NY22-A2.2"), Clause("NY22-A2.3"), Clause("NY22-A2.4")]
    [Clause("NY22-A2.5"), Clause("NY22-A2.6"), Clause("NY22-A2.7"), Clause("NY22-A2.8")]
    [Clause("NY22-A2.9"), Clause("NY22-A2.10"), Clause("NY22-A2.11"), Clause("NY22-A2.12")]
    [Clause("NY22-A2.13"), Clause("NY22-A2.14"), Clause("NY22-A2.15")]
    [InlineData(1, "水、电、气、热管线改造", "基础设施的改造", "改造小区供水、供电、供气、供热管网、保障居民用水、用电、用气、采暖安全。")]
    [InlineData(2, "小区道路、围墙改造", "基础设施的改造", "结合停车位增划进行道路拓宽，平整硬化小区道路、居民活动场所，维修破损道路、窨井、围墙，疏通消防通道等，做到道路畅通、围墙安全牢固。")]
    [InlineData(3, "地下管网改造", "基础设施的改造", "进行雨污管网清理、疏通、整修，实现雨污分流；道路排水充分结合海绵城市要求开展设计施工。")]
    [InlineData(4, "庭院路灯和楼道灯改造", "基础设施的改造", "维修或增设楼道和庭院路灯设施。")]
    [InlineData(5, "各类杆管线设施改造", "基础设施的改造", "整理电话、网络、有线电视、电力等各类线缆，统一入地线敷设，做到杆管线布局合理，统一规范。")]
    [InlineData(6, "更新改造环卫设施", "基础设施的改造", "合理布局设置分类垃圾箱、垃圾房等环卫设施，做好垃圾及时分类处理。")]
    [InlineData(7, "增加绿化面积，提升小区环境", "基础设施的改造", "拆违建绿，破硬还绿，适当种植乔灌花草，合理设置建筑小品，形成有机的景观体系。")]
    [InlineData(8, "完善停车设施", "基础设施的改造", "结合小区公共空间，对现有停车设施进行改造整修。合理调整停车布局，建设绿荫停车位。有条件的小区建设立体停车位、电瓶车集中停放场地和充电设施。")]
    [InlineData(9, "消防设施", "基础设施的改造", "实施消防安全改造，增设消防水源。")]
    [InlineData(10, "完善服务设施", "服务设施改造", "对小区道路、庭院、公共场所增设无障碍通道等设施或进行适老化改造。增建养老抚幼设施和便民市场等社区综合服务设施。完善配置物业服务用房。配套文化休闲设施，规范文化宣传设施。")]
    [InlineData(11, "规范、配套文体休闲设施", "服务设施改造", "规范或增设体育、文化宣传、休闲、邮政快递等设施")]
    [InlineData(12, "对房屋公共区域进行修缮和改造", "房屋公共区域改造", "对屋面、外墙、阳台和楼道内墙、扶手、栏杆等处进行加固改造，提升安全性，美化外观，保证房屋正常居住使用。")]
    [InlineData(13, "对门窗、楼体进行建筑节能改造", "建筑节能改造", "更换具有节能保温性能的门窗，对楼体进行保温等建筑节能改造。")]
    [InlineData(14, "老旧电梯改造", "电梯改造", "根据安全评估情况对存在安全隐患的老旧电梯进行修整改造或更新。")]
    [InlineData(15, "增设门禁系统", "门禁安全改造", "增设电子防护系统等技防设施，完善楼宇安全系统。")]
    public void Each_row_of_the_annex_has_its_class_its_title_and_its_whole_standard(int row, string title, string itemClass,
        string standard)
    {
        var item = Plan.Items.First(i => i.Clauses.Contains($"NY22-A2.{row}"));

        Assert.Equal((title, standard), (item.Title, item.Standard));
        Assert.Equal($"{itemClass}（附件2）", Plan.Classes.Single(c => c.Id == item.Class).Title);
        Assert.NotEmpty(item.SameAs);
    }

    [Fact, Clause("NY22-A2.14")]
    public void The_row_on_lifts_is_two_works_the_new_lift_only_where_residents_want_it()
    {
        var added = Plan.Items.Where(i => i.Clauses.Contains("NY22-A2.14")).ElementAt(1);

        Assert.Equal(("加装电梯", "在居民自愿的前提下，对安全评估可以增设电梯的楼房加装电梯。"), (added.Title, added.Standard));
        Assert.Equal("lift", added.Consent);
    }

    [Theory, Clause("NY22-3.2")]
    [InlineData("environment", Obligation.Unstated,
        "供水 供电 供气 弱电管线（通信、有线电视等） 排水 通行 停车 消防 安防 环卫 路灯 无障碍设施 文体活动 绿化美化")]
    [InlineData("surroundings", Obligation.Optional, "周边市政道路 周边水、电等配套")]
    [InlineData("body", Obligation.Unstated, "屋面防水 楼道修缮 楼道照明 单元门禁 立面整治 加装电梯")]
    [InlineData("public-service", Obligation.IfConditions, "物业用房 无人超市 快递驿站")]
    public void The_plan_itself_names_three_aspects_and_the_streets_around(string itemClass, Obligation obligation,
        string titles)
    {
        Assert.Equal(titles.Split(' '), Plan.Items.Where(i => i.Class == itemClass).Select(i => i.Title));
        Assert.Equal(obligation, Plan.Classes.Single(c => c.Id == itemClass).Obligation);
    }

    [Fact, Clause("NY22-3.2")]
    public void A_lift_is_only_encouraged() =>
        Assert.Equal(Obligation.Encouraged, Plan.Items.Single(i => i.Id == "lift").Obligation);

    [Fact, Clause("NY22-4.5")]
    public void Five_services_follow_the_works_where_residents_wish_and_conditions_allow()
    {
        var services = Plan.Items.Where(i => i.Clauses.Contains("NY22-4.5")).ToList();

        Assert.Equal(["社区养老", "托幼", "医疗", "助餐", "保洁"], services.Select(i => i.Title));
        Assert.All(services, i => Assert.Equal(Obligation.IfConditions, i.Obligation));
    }
}
