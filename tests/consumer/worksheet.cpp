// The same worksheet, made of the models themselves: they are compiled when the program runs, and read as tables are.
//
//     worksheet FOLDER AREA FILE...      FOLDER is that of the installed models

#include <iostream>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include <prm/prmc.h>
#include <prm/tables.h>

namespace {

class Compiler {
public:
    explicit Compiler(const std::string &models) : session(prmc_open(), prmc_close)
    {
        if (!session)
            throw std::bad_alloc();
        demand(prmc_use_models(session.get(), models.c_str()));
    }

    void read(const std::string &file) { demand(prmc_read(session.get(), file.c_str())); }

    void check()
    {
        demand(prmc_check(session.get()));
        const prmc_finding_list found = prmc_findings(session.get());
        for (size_t i = 0; i < found.n; i++)
            if (found.at[i].severity == PRMC_ERROR)
                throw std::runtime_error(std::string(found.at[i].place.file) + ": " + found.at[i].message);
    }

    const prm_model &model(const std::string &id)
    {
        for (size_t i = 0; i < prmc_model_count(session.get()); i++) {
            const prm_model *m = nullptr;
            demand(prmc_model(session.get(), i, &m));
            if (id == prm_model_id(m))
                return *m;
        }
        throw std::runtime_error("no model " + id);
    }

    std::vector<const prm_mapping *> mappings()
    {
        std::vector<const prm_mapping *> all(prmc_mapping_count(session.get()));
        for (size_t i = 0; i < all.size(); i++)
            demand(prmc_mapping(session.get(), i, &all[i]));
        return all;
    }

private:
    void demand(prmc_status status)
    {
        if (status != PRMC_OK)
            throw std::runtime_error(prmc_problem(session.get()));
    }

    std::unique_ptr<prmc, void (*)(prmc *)> session;
};

class Worksheet {
public:
    Worksheet(const prm_model &m, std::vector<const prm_mapping *> mappings) : model(m), maps(std::move(mappings)) {}

    void print_tree(prm_id id, int indent) const
    {
        print_component(id, indent);
        for (prm_id c = prm_first_child(&model, id); c != PRM_NONE; c = prm_next_sibling(&model, c))
            if (prm_importance(&model, c) == PRM_REQUIRED || prm_importance(&model, c) == PRM_EXPECTED)
                print_tree(c, indent + 2);
    }

private:
    void print_component(prm_id id, int indent) const
    {
        std::cout << std::string(static_cast<size_t>(indent), ' ')
                  << (prm_importance(&model, id) == PRM_EXPECTED ? "[ ] " : "") << prm_path(&model, id) << "  "
                  << prm_title(&model, id) << '\n';
        for (const prm_mapping *map : maps)
            print_clauses(*map, prm_path(&model, id), indent + 4);
    }

    static void print_clauses(const prm_mapping &map, const char *path, int indent)
    {
        const prm_edges edges = prm_edges_to(&map, prm_find(map.to, path));
        for (uint32_t i = 0; i < edges.n; i++) {
            const prm_edge &edge = edges.edge[i];
            const std::string rationale = prm_row(&map, edge).rationale;
            std::cout << std::string(static_cast<size_t>(indent), ' ') << "<- " << prm_model_id(map.from) << ' '
                      << prm_path(map.from, edge.other) << (edge.flags & PRM_TENTATIVE ? " ?" : "") << "  "
                      << prm_title(map.from, edge.other) << (rationale.empty() ? "" : ": ") << rationale << '\n';
        }
    }

    const prm_model &model;
    std::vector<const prm_mapping *> maps;
};

void print(Compiler &compiler, const std::string &name)
{
    const prm_model &m = compiler.model("Security-Bolt-On");
    const prm_id area = prm_find_n(&m, name.data(), name.size());
    if (area == PRM_NONE)
        throw std::runtime_error("no area " + name);
    const Worksheet worksheet(m, compiler.mappings());
    std::cout << prm_model_title(&m) << "\n\n";
    worksheet.print_tree(area, 0);
    for (prm_id c = 0; c < prm_count(&m); c++)
        if (prm_parent(&m, c) == PRM_NONE && prm_importance(&m, c) == PRM_REQUIRED)
            worksheet.print_tree(c, 0);
}

} // namespace

int main(int argc, char **argv)
{
    try {
        if (argc < 4)
            throw std::runtime_error("usage: worksheet FOLDER AREA FILE...");
        Compiler compiler(argv[1]);
        for (int i = 3; i < argc; i++)
            compiler.read(argv[i]);
        compiler.check();
        print(compiler, argv[2]);
        return 0;
    } catch (const std::exception &problem) {
        std::cerr << problem.what() << '\n';
        return 2;
    }
}
